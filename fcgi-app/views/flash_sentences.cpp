#include "fcgi-app/views/flash_sentences.h"

#include <array>
#include <utility>

namespace parley::views {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> sentences{{
    {"registered", "Your account is ready. Log in and look around."},
    {"logged_out", "You are logged out."},
    {"password_changed", "Your password is changed. Other devices are signed out."},
    {"profile_saved", "Your profile is saved."},
    {"post_created", "Your post is out."},
    {"post_saved", "Your post is saved."},
    {"post_deleted", "Your post is deleted."},
    {"comment_deleted", "The comment is deleted."},
}};

}  // namespace

std::optional<FlashSentence> flash_sentence(std::string_view key) {
    for (const auto& [known, text] : sentences)
        if (known == key) return FlashSentence{std::string(text), false};
    return std::nullopt;
}

}  // namespace parley::views
