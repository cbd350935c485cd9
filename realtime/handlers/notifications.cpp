#include "realtime/handlers/notifications.h"

#include "realtime/handlers/limits.h"
#include "realtime/protocol/server_message.h"

namespace parley::handlers {

// One open page.
class NotificationSocket : public MemberSocket {
  public:
    NotificationSocket(Notifications& notifications, Member member)
        : notifications_(notifications),
          user_(member.actor.user),
          session_(member.session),
          token_(std::move(member.token)),
          ticket_(std::move(member.ticket)) {}

    UserId user() const override { return user_; }
    SessionId session() const override { return session_; }
    ws::Connection& connection() override { return *connection_; }

    void opened(ws::Connection& connection) override {
        connection_ = &connection;
        notifications_.add(*this, token_);
        token_ = {};
    }

    void received(ws::Connection& connection, ws::Message) override {
        const protocol::Refused refused{"unknown_type", "Nothing is to be said here.", {}};
        connection.send(ws::text_frame(protocol::encode(refused)));
    }

    void closed(ws::Connection&) override { notifications_.remove(*this); }

    void show(const unread::Counts& counts) {
        if (shown_ == counts) return;
        const bool grew =
            shown_ && (counts.chat > shown_->chat || counts.notifications > shown_->notifications);
        shown_ = counts;
        connection_->send(ws::text_frame(
            protocol::encode(protocol::UnreadUpdate{grew, counts.chat, counts.notifications})));
    }

  private:
    Notifications& notifications_;
    ws::Connection* connection_ = nullptr;
    UserId user_;
    SessionId session_;
    std::string token_;
    std::optional<hub::SocketQuota::Ticket> ticket_;
    std::optional<unread::Counts> shown_;
};

std::unique_ptr<ws::Handler> Notifications::socket_of(Member member) {
    return std::make_unique<NotificationSocket>(*this, std::move(member));
}

void Notifications::add(NotificationSocket& socket, const std::string& token) {
    pages_.add(socket.user(), socket);
    sessions_.add(socket, token);
    changed(socket.user());
}

void Notifications::remove(NotificationSocket& socket) {
    pages_.remove(socket.user(), socket);
    sessions_.remove(socket);
    if (!pages_.has(socket.user())) badges_.erase(socket.user());
}

void Notifications::changed(UserId user) {
    if (!pages_.has(user)) return;
    Badge& badge = badges_[user];
    if (badge.is_asking) {
        badge.ask_again = true;
        return;
    }
    badge.is_asking = true;
    const auto since = loop_.now() - badge.asked_at;
    if (since >= badge_pause) return ask(user);
    ask_later(user, std::chrono::ceil<std::chrono::milliseconds>(badge_pause - since));
}

void Notifications::ask_later(UserId user, std::chrono::milliseconds delay) {
    const std::uint64_t question = badges_[user].question = ++last_question_;
    loop_.after(delay, [this, user, question] {
        const auto badge = badges_.find(user);
        if (badge != badges_.end() && badge->second.question == question) ask(user);
    });
}

void Notifications::ask(UserId user) {
    Badge& badge = badges_[user];
    badge.ask_again = false;
    badge.asked_at = loop_.now();
    const std::uint64_t question = badge.question = ++last_question_;
    const auto reply = [this, user, question](std::optional<unread::Counts> counts) {
        loop_.post([=, this] { answer(user, question, counts); });
    };
    database_.submit({[user, reply](db::Session& session) { reply(unread::counts(session, user)); },
                      [reply] { reply(std::nullopt); }});
}

void Notifications::answer(UserId user, std::uint64_t question,
                           std::optional<unread::Counts> counts) {
    // A badge that was made anew meanwhile has asked a question of its own, and newer.
    const auto found = badges_.find(user);
    if (found == badges_.end() || found->second.question != question) return;
    if (!counts) return ask_later(user, badge_retry);
    found->second.is_asking = false;
    const bool ask_again = found->second.ask_again;
    for (NotificationSocket* page : pages_.of(user)) page->show(*counts);
    if (ask_again) changed(user);
}

}  // namespace parley::handlers
