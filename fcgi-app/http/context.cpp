#include "fcgi-app/http/context.h"

#include <stdexcept>

#include "fcgi-app/http/csrf.h"

namespace parley::http {

const Actor& Context::actor() const {
    if (!login) throw std::logic_error("nobody is signed in on " + request.path);
    return login->actor;
}

std::string Context::csrf_token() {
    return csrf::make_token(config.secret, ensure_token(visitor_));
}

std::string Context::take_flash() {
    const std::string& key = request.cookie(flash_cookie);
    flash_taken_ = !key.empty();
    return key;
}

}  // namespace parley::http
