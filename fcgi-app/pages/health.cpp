#include "fcgi-app/pages/health.h"

#include "domain/events/event_store.h"
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

struct Parts {
    bool database;
    bool realtime;
};

Parts look_at_parts(const http::Context& c) {
    return {database_is_well(c.db), http::answers_healthz(c.config.realtime_socket)};
}

// How many events each shard has had: their growth is what the daemons have to keep up with.
std::string events_metric(db::Session& session) {
    std::string out =
        "# HELP parley_events_total Events published, by shard.\n"
        "# TYPE parley_events_total counter\n";
    const events::Cursors latest = events::latest(session);
    for (std::size_t shard = 0; shard < latest.size(); ++shard)
        out += "parley_events_total{shard=\"" + std::to_string(shard) + "\"} " +
               std::to_string(latest[shard]) + '\n';
    return out;
}

}  // namespace

http::Response health(http::Context& c) {
    const auto [database, realtime] = look_at_parts(c);
    const auto word = [](bool well) { return well ? "ok" : "down"; };
    json::Writer out;
    out.object();
    out.key("status").value(word(database && realtime));
    out.key("database").value(word(database));
    out.key("realtime").value(word(realtime));
    out.end();
    return http::json(database && realtime ? 200 : 503, out.text());
}

http::Response metrics(http::Context& c) {
    const auto [database, realtime] = look_at_parts(c);
    std::string out =
        "# HELP parley_up Whether a part answers.\n"
        "# TYPE parley_up gauge\n";
    out += std::string("parley_up{part=\"database\"} ") + (database ? "1\n" : "0\n");
    out += std::string("parley_up{part=\"realtime\"} ") + (realtime ? "1\n" : "0\n");
    if (database) out += events_metric(c.db);
    http::Response response = http::text(200, std::move(out));
    response.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    return response;
}

}  // namespace parley::pages
