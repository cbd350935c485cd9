// A form as its page shows it: what was typed, and what is wrong with it.
#pragma once

#include <initializer_list>
#include <map>
#include <string>

#include "domain/error.h"
#include "fcgi-app/views/view_model.h"

namespace parley::views {

struct FormState {
    std::map<std::string, std::string, std::less<>> values = {};  // never a password
    FieldErrors errors = {};
};

// Sets field_<name> for each name, and form_error to what is wrong with none of them in particular.
void add_form(ViewModel& model, const FormState& form, std::initializer_list<const char*> names);

// pager_has_more, pager_url and pager_label.
struct Pager {
    bool has_more;
    std::string url;
    const char* label;
};
void add_pager(ViewModel& model, const Pager& pager);

}  // namespace parley::views
