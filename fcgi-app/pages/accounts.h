// Registering, signing in and out, changing the password.
#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

http::Response register_form(http::Context& c);
http::Response register_account(http::Context& c);
http::Response login_form(http::Context& c);
http::Response login(http::Context& c);
http::Response logout(http::Context& c);
http::Response password_form(http::Context& c);
http::Response change_password(http::Context& c);

}  // namespace parley::pages
