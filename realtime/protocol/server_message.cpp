#include "realtime/protocol/server_message.h"

#include "platform/json.h"

namespace parley::protocol {

namespace {

json::Writer& begin(json::Writer& out, std::string_view type) {
    return out.object().key("type").value(type);
}

std::string end(json::Writer& out) {
    out.end();
    return std::move(out).text();
}

void write_nonce(json::Writer& out, const std::optional<std::string>& nonce) {
    if (nonce) out.key("nonce").value(*nonce);
}

}  // namespace

std::string encode(const Ack& ack) {
    json::Writer out;
    begin(out, "ack");
    write_nonce(out, ack.nonce);
    out.key("id").value(ack.id.value).key("timestamp").value(iso8601(ack.timestamp));
    return end(out);
}

std::string encode(const ChatMessage& message) {
    json::Writer out;
    begin(out, "chat_message")
        .key("message")
        .value(message.text)
        .key("sender")
        .value(message.sender)
        .key("sender_name")
        .value(message.sender_name)
        .key("timestamp")
        .value(iso8601(message.timestamp))
        .key("id")
        .value(message.id.value)
        .key("room_id")
        .value(message.room.value);
    write_nonce(out, message.nonce);
    return end(out);
}

std::string encode(const SomebodyTypes& typing) {
    json::Writer out;
    begin(out, "typing").key("sender").value(typing.sender);
    return end(out);
}

std::string encode(const SomebodyRead& read) {
    json::Writer out;
    begin(out, "read").key("reader").value(read.reader).key("up_to").value(read.up_to.value);
    return end(out);
}

std::string encode(const Refused& refused) {
    json::Writer out;
    begin(out, "error").key("code").value(refused.code).key("message").value(refused.message);
    write_nonce(out, refused.nonce);
    return end(out);
}

std::string encode(Reset) {
    json::Writer out;
    begin(out, "reset");
    return end(out);
}

std::string encode(const UnreadUpdate& update) {
    json::Writer out;
    begin(out, "unread_update")
        .key("action")
        .value(update.is_increment ? "increment" : "refresh")
        .key("chat")
        .value(update.chat)
        .key("notifications")
        .value(update.notifications);
    return end(out);
}

}  // namespace parley::protocol
