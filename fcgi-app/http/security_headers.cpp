#include "fcgi-app/http/security_headers.h"

namespace parley::http {
namespace {

constexpr const char* content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "manifest-src 'self'";

bool may_be_kept(const Response& response) {
    return response.status < 400 && response.header("Content-Type") != "application/json";
}

}  // namespace

void add_security_headers(Response& response) {
    response.set_header("Content-Security-Policy", content_security_policy);
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("X-Frame-Options", "DENY");
    response.set_header("Referrer-Policy", "same-origin");
    response.set_header("Permissions-Policy",
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    // Pages and JSON share addresses, and pages differ for each member.
    response.set_header("Vary", "Accept, Cookie, X-Requested-With");
    if (!response.has_header("Cache-Control"))
        response.set_header("Cache-Control",
                            may_be_kept(response) ? "private, no-cache" : "no-store");
}

}  // namespace parley::http
