#include "fcgi-app/views/form_view.h"

#include <algorithm>

namespace parley::views {

namespace {

const std::vector<std::string> no_sentences;

ViewModel field(const FormState& form, const std::string& name) {
    const auto value = form.values.find(name);
    const auto errors = form.errors.find(name);
    const auto& sentences = errors == form.errors.end() ? no_sentences : errors->second;
    ViewModel model;
    model.set("field_name", name)
        .set("field_value", value == form.values.end() ? std::string() : value->second)
        .set("field_has_error", !sentences.empty())
        .set("field_errors", list_of(sentences, [](const std::string& sentence) {
                 ViewModel error;
                 error.set("field_error", sentence);
                 return error;
             }));
    return model;
}

}  // namespace

void add_form(ViewModel& model, const FormState& form, std::initializer_list<const char*> names) {
    for (const std::string name : names) model.set("field_" + name, field(form, name));
    std::string form_error;
    for (const auto& [name, sentences] : form.errors) {
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        for (const std::string& sentence : sentences)
            form_error += (form_error.empty() ? "" : " ") + sentence;
    }
    model.set_with_has("", "form_error", form_error);
}

void add_pager(ViewModel& model, const Pager& pager) {
    model.set("pager_has_more", pager.has_more)
        .set("pager_url", pager.has_more ? pager.url : std::string())
        .set("pager_label", pager.label);
}

}  // namespace parley::views
