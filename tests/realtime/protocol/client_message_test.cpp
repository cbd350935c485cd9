#include "realtime/protocol/client_message.h"

#include <boost/test/unit_test.hpp>

using namespace parley;
using namespace parley::protocol;

namespace {

std::string code_of(const std::string& text) {
    const ClientMessage message = parse_client_message(text);
    const auto* problem = std::get_if<NotUnderstood>(&message);
    return problem ? problem->code : "understood";
}

Say say_of(const std::string& text) {
    return std::get<Say>(parse_client_message(text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(protocol_client_message)

BOOST_AUTO_TEST_CASE(a_message_may_carry_a_nonce) {
    BOOST_TEST(say_of(R"({"message":"Hello"})").text == "Hello");
    BOOST_TEST(!say_of(R"({"message":"Hello"})").nonce);
    BOOST_TEST(!say_of(R"({"message":"Hello","nonce":null})").nonce);
    BOOST_TEST(say_of(R"({"nonce":"k3-1","message":"Hello"})").nonce.value() == "k3-1");
    BOOST_TEST(say_of(R"({"type":"chat_message","message":"Hi"})").text == "Hi");
}

BOOST_AUTO_TEST_CASE(escapes_become_characters) {
    BOOST_TEST(say_of(R"({"message":"\u00e9 \ud83d\ude00 \n \"q\" \\ \/ <b>"})").text ==
               "\xC3\xA9 \xF0\x9F\x98\x80 \n \"q\" \\ / <b>");
}

BOOST_AUTO_TEST_CASE(typing_and_read_are_understood) {
    BOOST_TEST(std::holds_alternative<Typing>(parse_client_message(R"({"type":"typing"})")));
    const auto read = parse_client_message(R"({"type":"read","up_to":17})");
    BOOST_TEST(std::get<Read>(read).up_to.value == 17u);
}

BOOST_AUTO_TEST_CASE(what_is_no_json_object_is_told) {
    for (const char* text :
         {"", " ", "x", "{", "{]", R"({"message":)", R"({"message":"x"} trailing)", "[]", "17",
          "null", "\"text\"", R"([{"message":"x"}])", "{'message':'x'}", R"({"message":"\ud83d"})"})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(code_of(text) == "bad_json");
    BOOST_TEST(code_of(std::string(60'000, '[')) == "bad_json");
    std::string deep = R"({"message":)";
    for (int i = 0; i < 1000; ++i) deep += R"({"a":)";
    BOOST_TEST(code_of(deep) == "bad_json");
}

BOOST_AUTO_TEST_CASE(what_says_nothing_is_told) {
    for (const char* text : {"{}", R"({"type":"dance"})", R"({"type":17})", R"({"type":null})",
                             R"({"type":{"message":"x"}})", R"({"nonce":"x"})"})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(code_of(text) == "unknown_type");
}

BOOST_AUTO_TEST_CASE(a_message_that_is_no_text_is_told_with_its_nonce) {
    for (const char* value : {"17", "null", "true", "[]", "{}"}) {
        const auto message =
            parse_client_message(R"({"nonce":"n1","message":)" + std::string(value) + "}");
        BOOST_TEST(std::get<NotUnderstood>(message).code == "bad_message");
        BOOST_TEST(std::get<NotUnderstood>(message).nonce.value() == "n1");
    }
}

BOOST_AUTO_TEST_CASE(a_nonce_is_1_to_64_visible_ascii_characters) {
    const auto with = [](const std::string& nonce) {
        return code_of(R"({"message":"x","nonce":)" + nonce + "}");
    };
    BOOST_TEST(with('"' + std::string(64, 'x') + '"') == "understood");
    BOOST_TEST(with('"' + std::string(65, 'x') + '"') == "bad_nonce");
    for (const char* nonce :
         {"\"\"", "\"a b\"", "\"a \"", "\"\\u00e4\"", "\"\\u0000\"", "17", "true", "{}", "[\"x\"]"})
        BOOST_TEST_CONTEXT(nonce) BOOST_TEST(with(nonce) == "bad_nonce");
}

BOOST_AUTO_TEST_CASE(up_to_is_a_number_of_a_message) {
    for (const char* value : {"-1", "1.5", "\"17\"", "true", "null", "[]", "{}", "1e3"})
        BOOST_TEST_CONTEXT(value)
    BOOST_TEST(code_of(R"({"type":"read","up_to":)" + std::string(value) + "}") != "understood");
    BOOST_TEST(code_of(R"({"type":"read"})") == "bad_up_to");
    BOOST_TEST(code_of(R"({"type":"read","up_to":9999999999999999999999})") != "understood");
}

BOOST_AUTO_TEST_SUITE_END()
