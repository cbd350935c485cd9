#include "realtime/protocol/client_message.h"

#include <algorithm>
#include <limits>

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include "domain/chat/messages.h"

namespace parley::protocol {

namespace {

constexpr std::size_t json_depth_max = 8;

// The database compares nonces without trailing spaces, and not octet by octet outside of ASCII.
bool is_nonce(const std::string& nonce) {
    return !nonce.empty() && nonce.size() <= chat::nonce_length_max &&
           std::all_of(nonce.begin(), nonce.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

ClientMessage say(const Poco::JSON::Object& object) {
    Say say;
    if (object.has("nonce") && !object.isNull("nonce")) {
        const auto nonce = object.get("nonce");
        if (!nonce.isString() || !is_nonce(nonce.extract<std::string>()))
            return NotUnderstood{"bad_nonce", "A nonce is 1 to 64 visible ASCII characters.", {}};
        say.nonce = nonce.extract<std::string>();
    }
    const auto text = object.get("message");
    if (!text.isString()) return NotUnderstood{"bad_message", "A message is a text.", say.nonce};
    say.text = text.extract<std::string>();
    return say;
}

ClientMessage read(const Poco::JSON::Object& object) {
    const NotUnderstood wrong{"bad_up_to", "up_to is the id of a message.", {}};
    const auto up_to = object.get("up_to");
    if (!up_to.isInteger() || up_to.isBoolean()) return wrong;
    if (up_to.isSigned() && up_to.convert<Poco::Int64>() < 0) return wrong;
    return Read{MessageId{up_to.convert<Poco::UInt64>()}};
}

ClientMessage parse(const std::string& text) {
    Poco::JSON::Parser parser;
    parser.setDepth(json_depth_max);
    const auto root = parser.parse(text);
    if (root.type() != typeid(Poco::JSON::Object::Ptr))
        return NotUnderstood{"bad_json", "A JSON object is expected.", {}};
    const auto object = root.extract<Poco::JSON::Object::Ptr>();
    if (!object->has("type") && object->has("message")) return say(*object);
    const auto type = object->get("type");
    if (type == "chat_message" && object->has("message")) return say(*object);
    if (type == "typing") return Typing{};
    if (type == "read") return read(*object);
    return NotUnderstood{"unknown_type", "Say {\"message\":…}, or a type that is known here.", {}};
}

}  // namespace

ClientMessage parse_client_message(const std::string& text) {
    try {
        return parse(text);
    } catch (const std::exception&) {
        return NotUnderstood{"bad_json", "That is not JSON.", {}};
    }
}

}  // namespace parley::protocol
