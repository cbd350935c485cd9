#include "fcgi-app/views/accounts_view.h"

namespace parley::views {

ViewModel register_page(const FormState& form) {
    ViewModel model;
    add_form(model, form, {"username", "email", "password", "password_confirm"});
    return model;
}

ViewModel login_page(const FormState& form, const std::string& next) {
    ViewModel model;
    add_form(model, form, {"username", "password"});
    model.set("login_next", next);
    return model;
}

ViewModel password_change_page(const FormState& form) {
    ViewModel model;
    add_form(model, form, {"old_password", "password", "password_confirm"});
    return model;
}

}  // namespace parley::views
