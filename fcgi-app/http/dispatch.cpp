#include "fcgi-app/http/dispatch.h"

#include "fcgi-app/http/csrf.h"
#include "fcgi-app/http/limits.h"
#include "fcgi-app/http/security_headers.h"
#include "platform/json.h"
#include "platform/log.h"

namespace parley::http {
namespace {

struct StatusAndCode {
    int status;
    std::string_view code;
};

StatusAndCode status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::bad_request:
            return {400, "bad_request"};
        case ErrorKind::forbidden:
            return {403, "forbidden"};
        case ErrorKind::not_found:
            return {404, "not_found"};
        case ErrorKind::invalid:
            return {422, "invalid"};
        case ErrorKind::too_large:
            return {413, "too_large"};
        case ErrorKind::too_many_requests:
            return {429, "too_many_requests"};
        case ErrorKind::unavailable:
            return {503, "unavailable"};
    }
    return {500, "internal"};
}

std::string error_json(std::string_view code, std::string_view message) {
    json::Writer out;
    out.object().key("error").value(code).key("message").value(message).end();
    return std::move(out).text();
}

std::string fields_json(const FieldErrors& fields) {
    json::Writer out;
    out.object().key("error").value("invalid").key("fields").object();
    for (const auto& [name, sentences] : fields) {
        out.key(name).array();
        for (const std::string& sentence : sentences) out.value(sentence);
        out.end();
    }
    out.end().end();
    return std::move(out).text();
}

std::string described(const Request& request, int status, std::string_view detail) {
    return std::to_string(status) + ' ' + request.method + ' ' + request.path + ": " +
           std::string(detail);
}

}  // namespace

// One request under way: as much of it as is known when something fails.
struct Dispatcher::Exchange {
    const CgiParameters& parameters;
    db::Session& db;
    Request request = {};
    Visitor visitor = {};
};

Dispatcher::Dispatcher(Services services, Router router, ErrorRenderer error_page)
    : services_(services), router_(std::move(router)), error_page_(std::move(error_page)) {}

Reply Dispatcher::reply(const CgiParameters& parameters, BodyReader& body,
                        db::Session& session) const {
    Exchange exchange{.parameters = parameters, .db = session};
    Response response;
    try {
        response = answer(exchange, body);
    } catch (const Error& error) {
        response = refusal(exchange, error);
    } catch (const db::Unavailable& error) {
        response = refusal(exchange, Error(ErrorKind::unavailable,
                                           "Parley is catching its breath. Please try again in a "
                                           "few seconds.",
                                           error.what()));
    } catch (const std::exception& error) {
        log::error(described(exchange.request, 500, error.what()));
        response =
            error_response(exchange, 500, "internal",
                           "Something went wrong on our side. Please try again in a moment.");
    }
    if (exchange.visitor.token_is_new && !sets_cookie(response, session_cookie))
        response.cookies.push_back({std::string(session_cookie), exchange.visitor.token, {}});
    add_security_headers(response);
    Reply reply{cgi_head(response, exchange.request.is_secure()), std::move(response.body),
                response.status};
    if (exchange.request.method == "HEAD") reply.body.clear();
    return reply;
}

Response Dispatcher::answer(Exchange& exchange, BodyReader& body) const {
    Request& request = exchange.request;
    read_head(request, exchange.parameters);
    log::set_tag(request.request_id);
    exchange.visitor = read_visitor(request);
    const Found found = router_.find(request.method, request.path);
    if (const auto* match = std::get_if<Match>(&found)) return run_handler(exchange, *match, body);
    if (const auto* missing = std::get_if<SlashMissing>(&found)) {
        Response response =
            redirect(request.query.empty() ? missing->path : missing->path + '?' + request.query);
        response.status = 301;
        return response;
    }
    recognise(exchange.visitor, exchange.db);
    if (const auto* wrong = std::get_if<MethodNotAllowed>(&found)) {
        Response response = error_response(exchange, 405, "method_not_allowed",
                                           "This address cannot be used in that way.");
        return std::move(response.set_header("Allow", wrong->allow));
    }
    throw Error(ErrorKind::not_found, "No page of Parley has this address.");
}

Response Dispatcher::run_handler(Exchange& exchange, const Match& match, BodyReader& body) const {
    const Route& route = *match.route;
    if (route.access != Access::anyone) recognise(exchange.visitor, exchange.db);
    if (auto refused = refuse(exchange.request, exchange.visitor, route.access))
        return std::move(*refused);
    if (!exchange.request.is_get()) {
        read_form(exchange.request, body, route.body);
        csrf::require(exchange.request, services_.config.secret, exchange.visitor.token);
    }
    Context context(services_, exchange.request, exchange.db, exchange.visitor, match.parameters);
    Response response = route.handler(context);
    if (context.flash_taken() && !sets_cookie(response, flash_cookie))
        response.cookies.push_back({std::string(flash_cookie), "", std::chrono::seconds(0)});
    return response;
}

Response Dispatcher::refusal(Exchange& exchange, const Error& error) const {
    const auto [status, code] = status_of(error.kind);
    if (status >= 500) {
        log::error(described(exchange.request, status, error.what()));
    } else if (!error.private_detail.empty()) {
        log::info(described(exchange.request, status, error.private_detail));
    }
    if (!error.fields.empty() && exchange.request.wants_json())
        return json(status, fields_json(error.fields));
    Response response = error_response(exchange, status, code, error.public_text);
    if (error.kind == ErrorKind::too_many_requests)
        response.set_header("Retry-After", std::to_string(error.retry_after_s));
    if (error.kind == ErrorKind::unavailable)
        response.set_header("Retry-After", std::to_string(limits::retry_after_unavailable_s));
    return response;
}

Response Dispatcher::error_response(Exchange& exchange, int status, std::string_view code,
                                    const std::string& message) const {
    if (exchange.request.wants_json()) return json(status, error_json(code, message));
    const Visitor& visitor = exchange.visitor;
    try {
        return html(status,
                    error_page_({.status = status,
                                 .message = message,
                                 .request_id = exchange.request.request_id,
                                 .login = visitor.login,
                                 .csrf_token =
                                     visitor.token.empty()
                                         ? std::string()
                                         : csrf::make_token(services_.config.secret, visitor.token),
                                 .can_try_again = exchange.request.is_get()}));
    } catch (const std::exception& error) {
        log::error(described(exchange.request, status, std::string("error page: ") + error.what()));
        return text(status, message + '\n');
    }
}

}  // namespace parley::http
