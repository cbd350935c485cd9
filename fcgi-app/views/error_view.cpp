#include "fcgi-app/views/error_view.h"

#include "fcgi-app/views/shell_view.h"

namespace parley::views {

namespace {

struct Words {
    const char* title;
    const char* advice;
};

Words words_for(int status) {
    switch (status) {
        case 400:
            return {"That request made no sense to us", "Go back and try it another way."};
        case 403:
            return {"That is not open to you", "If you think it should be, go back and reload."};
        case 404:
            return {"There is nothing here", "Check the address, or go on from the feed."};
        case 405:
            return {"That does not work this way", "Go back and use the buttons of the page."};
        case 413:
            return {"That is too large", "Go back and send less at once."};
        case 422:
            return {"Something in the form is not right", "Go back, correct it and send it again."};
        case 429:
            return {"A little slower, please", "Wait a moment, then try again."};
        case 503:
            return {"Parley is catching its breath", "Wait a few seconds, then try again."};
        default:
            return {"Something broke on our side", "It has been noted. Try again in a moment."};
    }
}

// Where the log knows more than the reader.
bool has_log_entry(int status) {
    return status == 400 || status == 403 || status >= 500;
}

bool is_worth_a_retry(int status) {
    return status == 429 || status >= 500;
}

}  // namespace

// The empty address is that of the page itself, asked for with GET.
ViewModel error_model(const http::ErrorPage& page) {
    const Words words = words_for(page.status);
    ViewModel model;
    model.set("error_status", page.status)
        .set("error_title", words.title)
        .set("error_text", page.message)
        .set("error_advice", words.advice)
        .set("error_has_retry", page.can_try_again && is_worth_a_retry(page.status))
        .set("error_retry_url", "")
        .set_with_has("error_", "request_id", has_log_entry(page.status) ? page.request_id : "");
    Shell shell;
    shell.title = words.title;
    shell.csrf_token = page.csrf_token;
    if (page.login) shell.me = person_of(*page.login);
    add_shell(model, shell);
    return model;
}

std::string error_page(const TemplateSet& templates, const http::ErrorPage& page) {
    return templates.render("errors/error", error_model(page));
}

// Shown at the address that could not be fetched: the empty address tries it again.
std::string offline_page(const TemplateSet& templates) {
    ViewModel model;
    model.set("error_status", "Offline")
        .set("error_title", "You're offline")
        .set("error_text", "What you wrote is kept, and messages are sent when you're back.")
        .set("error_advice", "Check your connection, then try again.")
        .set("error_has_retry", true)
        .set("error_retry_url", "")
        .set_with_has("error_", "request_id", "");
    Shell shell;
    shell.title = "Offline";
    add_shell(model, shell);
    return templates.render("errors/error", model);
}

}  // namespace parley::views
