// One member's socket in one room.
//
// Joining is gapless: the socket subscribes first and then reads the table from the client's last
// message on, page by page as fast as the client takes them. Live messages that come meanwhile are
// not kept, only their number is: reading goes on until it has passed it, and from then on live
// messages go straight through. A number already sent is never sent again, and a gap, wherever it
// came from, is read anew.
#pragma once

#include <optional>
#include <string>

#include "realtime/handlers/chat.h"
#include "realtime/handlers/history.h"
#include "realtime/protocol/client_message.h"
#include "realtime/ws/token_bucket.h"

namespace parley::handlers {

class ChatSocket : public MemberSocket {
  public:
    ChatSocket(Chat& chat, Member member, RoomId room, MessageId after);

    UserId user() const override { return member_.actor.user; }
    SessionId session() const override { return member_.session; }
    ws::Connection& connection() override { return *connection_; }
    RoomId room() const { return room_; }

    void opened(ws::Connection& connection) override;
    void received(ws::Connection& connection, ws::Message message) override;
    void drained(ws::Connection& connection) override;
    void closed(ws::Connection& connection) override;

    void deliver(const RoomFeed::Piece& piece);

    // Closes with 4403 when the member may not be in the room any more.
    void recheck_access();

  private:
    void handle(protocol::Say say);
    void handle(protocol::Typing);
    void handle(protocol::Read read);
    void handle(const protocol::NotUnderstood& problem);
    void refuse(std::string_view code, std::string_view sentence,
                const std::optional<std::string>& nonce);

    void catch_up();
    void take(const HistoryPage& page);
    void mark_read(MessageId up_to);
    void mark_what_was_said();

    // Runs `work` on a database thread and `then` with its result here, if the socket is still
    // there.
    template <class Work, class Then>
    void ask(Work work, Then then);

    Chat& chat_;
    ChatServices& services_;
    ws::Connection* connection_ = nullptr;
    Member member_;
    RoomId room_;

    MessageId delivered_;  // up to here the client has everything
    MessageId seen_;       // the latest that went past while catching up
    bool is_catching_up_ = true;
    bool is_reading_ = false;

    MessageId read_up_to_;  // said by the client
    MessageId marked_;      // known to the database
    bool is_marking_ = false;

    ws::TokenBucket messages_;
    ws::Clock::time_point typed_at_{};
};

}  // namespace parley::handlers
