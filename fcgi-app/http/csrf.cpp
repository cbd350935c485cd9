#include "fcgi-app/http/csrf.h"

#include "domain/error.h"
#include "platform/random.h"
#include "platform/text.h"

namespace parley::http::csrf {
namespace {

constexpr std::size_t digits = 64;  // of 256 bits
constexpr std::string_view hexadecimal = "0123456789abcdef";

std::string expected(std::string_view secret, std::string_view session_token) {
    return hmac_sha256_hex(secret, "csrf" + std::string(session_token));
}

// Digit by digit; both of the same length and in lower-case hexadecimal.
std::string exclusive_or(std::string_view a, std::string_view b) {
    std::string out(a.size(), '0');
    for (std::size_t i = 0; i < a.size(); ++i)
        out[i] = hexadecimal[hexadecimal.find(a[i]) ^ hexadecimal.find(b[i])];
    return out;
}

[[noreturn]] void refuse(const char* detail) {
    throw Error(
        ErrorKind::forbidden,
        "This form has expired or came from another site. Please go back, reload the page and "
        "try again.",
        detail);
}

}  // namespace

std::string make_token(std::string_view secret, std::string_view session_token) {
    const std::string pad = random_hex(digits / 2);
    return pad + exclusive_or(pad, expected(secret, session_token));
}

bool is_token(std::string_view token, std::string_view secret, std::string_view session_token) {
    if (token.size() != 2 * digits || session_token.empty() ||
        token.find_first_not_of(hexadecimal) != std::string_view::npos)
        return false;
    const std::string unmasked = exclusive_or(token.substr(0, digits), token.substr(digits));
    return equal_in_constant_time(unmasked, expected(secret, session_token));
}

void require(const Request& request, std::string_view secret, std::string_view session_token) {
    const std::string& origin = request.header("origin");
    if (!origin.empty() && text::lower_ascii(origin) != request.origin())
        refuse("csrf: foreign origin");
    const std::string& header = request.header(header_name);
    if (!is_token(header.empty() ? request.field(field_name) : header, secret, session_token))
        refuse("csrf: token missing or wrong");
}

}  // namespace parley::http::csrf
