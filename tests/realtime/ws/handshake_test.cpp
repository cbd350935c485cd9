#include "realtime/ws/handshake.h"

#include <boost/test/unit_test.hpp>

using namespace parley::ws;

namespace {

Handshake good() {
    return {"GET", "HTTP/1.1", "websocket", "Upgrade", "dGhlIHNhbXBsZSBub25jZQ==", "13"};
}

template <class Change>
bool is_refused(Change change) {
    Handshake handshake = good();
    change(handshake);
    return problem_with(handshake).has_value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ws_handshake)

BOOST_AUTO_TEST_CASE(the_example_of_the_rfc_is_accepted) {
    BOOST_TEST(!problem_with(good()));
    BOOST_TEST(accept_value("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    const std::string answer = upgrade_answer("dGhlIHNhbXBsZSBub25jZQ==");
    BOOST_TEST(answer.starts_with("HTTP/1.1 101 "));
    BOOST_TEST(answer.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n") !=
               answer.npos);
    BOOST_TEST(answer.ends_with("\r\n\r\n"));
}

BOOST_AUTO_TEST_CASE(tokens_are_found_in_lists_whatever_the_case) {
    BOOST_TEST(!is_refused([](Handshake& h) { h.connection = "keep-alive, UPGRADE"; }));
    BOOST_TEST(!is_refused([](Handshake& h) { h.upgrade = "h2c , WebSocket"; }));
    BOOST_TEST(is_refused([](Handshake& h) { h.connection = "keep-alive"; }));
    BOOST_TEST(is_refused([](Handshake& h) { h.connection = "notupgrade"; }));
    BOOST_TEST(is_refused([](Handshake& h) { h.upgrade = ""; }));
    BOOST_TEST(is_refused([](Handshake& h) { h.upgrade = "websockets"; }));
}

BOOST_AUTO_TEST_CASE(only_version_13_is_accepted) {
    for (const char* version : {"", "0", "8", "12", "14", "013", "13, 8", "thirteen"})
        BOOST_TEST(is_refused([&](Handshake& h) { h.version = version; }));
}

BOOST_AUTO_TEST_CASE(a_key_is_16_octets_in_base64) {
    for (const char* key : {"", "x", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZQ",
                            "dGhlIHNhbXBsZSBub25jZ===", "dGhlIHNhbXBsZSBub25jZR==",
                            "dGhlIHNhbXBsZSBub25j!Q==", "dGhlIHNhbXBsZSBub25jZSBub25jZQ=="})
        BOOST_TEST(is_refused([&](Handshake& h) { h.key = key; }));
}

BOOST_AUTO_TEST_CASE(method_and_http_version_must_be_right) {
    BOOST_TEST(is_refused([](Handshake& h) { h.method = "POST"; }));
    BOOST_TEST(is_refused([](Handshake& h) { h.http_version = "HTTP/1.0"; }));
}

BOOST_AUTO_TEST_SUITE_END()
