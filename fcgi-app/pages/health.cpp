#include "fcgi-app/pages/health.h"

#include "domain/schema_version.h"
#include "fcgi-app/http/unix_probe.h"
#include "platform/json.h"
#include "platform/log.h"

namespace parley::pages {
namespace {

bool database_is_well(db::Session& session) {
    try {
        require_current_schema(session);
        return true;
    } catch (const std::runtime_error& error) {  // what it says is the answer to the question asked
        log::warning(std::string("healthz: database: ") + error.what());
        return false;
    }
}

}  // namespace

http::Response health(http::Context& c) {
    const bool database = database_is_well(c.db);
    const bool realtime = http::answers_healthz(c.config.realtime_socket);
    const auto word = [](bool well) { return well ? "ok" : "down"; };
    json::Writer out;
    out.object();
    out.key("status").value(word(database && realtime));
    out.key("database").value(word(database));
    out.key("realtime").value(word(realtime));
    out.end();
    return http::json(database && realtime ? 200 : 503, out.text());
}

}  // namespace parley::pages
