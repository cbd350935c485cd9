// Registering, signing in, changing the password.
#pragma once

#include "fcgi-app/views/form_view.h"
#include "fcgi-app/views/view_model.h"

namespace parley::views {

ViewModel register_page(const FormState& form);                        // fields "username", "email"
ViewModel login_page(const FormState& form, const std::string& next);  // field "username"
ViewModel password_change_page(const FormState& form);

}  // namespace parley::views
