#include "realtime/ws/frame_parser.h"

#include <boost/test/unit_test.hpp>

#include "realtime/ws/limits.h"
#include "tests/realtime/support/client_frames.h"

using namespace parley::ws;
using parley::test::big_endian;
using parley::test::client_frame;
using parley::test::client_header;
using parley::test::FrameParts;

namespace {

constexpr std::size_t message_max = Limits{}.message_bytes_max;

std::vector<Incoming> parse(std::string_view octets) {
    FrameParser parser(message_max);
    std::vector<Incoming> out;
    parser.feed(octets, out);
    return out;
}

std::string shown(const Incoming& incoming) {
    if (const auto* m = std::get_if<Message>(&incoming))
        return (m->is_text ? "text:" : "binary:") + m->payload;
    if (const auto* p = std::get_if<Ping>(&incoming)) return "ping:" + p->payload;
    if (std::get_if<Pong>(&incoming)) return "pong";
    if (const auto* c = std::get_if<PeerClose>(&incoming))
        return "close:" + (c->code ? std::to_string(*c->code) : "none");
    const auto& failure = std::get<Failure>(incoming);
    return "failure:" + std::to_string(static_cast<int>(failure.code));
}

std::string shown(const std::vector<Incoming>& all) {
    std::string out;
    for (const Incoming& one : all) out += (out.empty() ? "" : " ") + shown(one);
    return out;
}

std::string close_payload(unsigned code, std::string_view reason = {}) {
    return big_endian(code, 2) + std::string(reason);
}

std::string control(unsigned opcode, std::string_view payload = {}) {
    return client_frame(payload, {.opcode = opcode});
}

std::string text_in_pieces(std::string_view text, std::size_t cut) {
    return client_frame(text.substr(0, cut), {.opcode = 1, .is_final = false}) +
           client_frame(text.substr(cut), {.opcode = 0});
}

// Everything that a table of sequences below comes out as, whatever the cuts.
std::string parsed_in_pieces(std::string_view octets, std::size_t size) {
    FrameParser parser(message_max);
    std::vector<Incoming> out;
    for (std::size_t at = 0; at < octets.size(); at += size)
        parser.feed(octets.substr(at, size), out);
    return shown(out);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ws_frame_parser)

BOOST_AUTO_TEST_CASE(a_masked_text_comes_out_as_it_was) {
    BOOST_TEST(shown(parse(client_frame("Hello"))) == "text:Hello");
    BOOST_TEST(shown(parse(client_frame(""))) == "text:");
    BOOST_TEST(shown(parse(client_frame("\x01\x02", {.opcode = 2}))) == "binary:\x01\x02");
}

BOOST_AUTO_TEST_CASE(every_mask_and_every_alignment_is_undone) {
    std::string payload;
    for (int i = 0; i < 300; ++i) payload += static_cast<char>('a' + i % 26);
    for (const auto& mask : {std::array<unsigned char, 4>{0, 0, 0, 0},
                             std::array<unsigned char, 4>{255, 1, 128, 77}}) {
        const std::string frame = client_frame(payload, {.mask = mask});
        for (const std::size_t size : {1u, 2u, 3u, 5u, 7u, 8u, 9u, 13u, 64u, 1000u})
            BOOST_TEST(parsed_in_pieces(frame, size) == "text:" + payload);
    }
}

BOOST_AUTO_TEST_CASE(a_frame_without_a_mask_is_refused) {
    BOOST_TEST(shown(parse(client_frame("Hello", {.is_masked = false}))) == "failure:1002");
    BOOST_TEST(shown(parse(client_frame("", {.opcode = 9, .is_masked = false}))) == "failure:1002");
}

BOOST_AUTO_TEST_CASE(every_reserved_bit_is_refused) {
    for (unsigned bits = 0x10; bits <= 0x70; bits += 0x10)
        for (const unsigned opcode : {0x1u, 0x2u, 0x8u, 0x9u, 0xAu})
            BOOST_TEST(shown(parse(client_frame("x", {.opcode = opcode, .reserved_bits = bits}))) ==
                       "failure:1002");
}

BOOST_AUTO_TEST_CASE(every_reserved_opcode_is_refused) {
    for (const unsigned opcode : {0x3u, 0x4u, 0x5u, 0x6u, 0x7u, 0xBu, 0xCu, 0xDu, 0xEu, 0xFu})
        BOOST_TEST(shown(parse(client_frame("", {.opcode = opcode}))) == "failure:1002");
}

BOOST_AUTO_TEST_CASE(all_three_length_forms_are_read) {
    for (const std::size_t length : {0u, 1u, 125u, 126u, 127u, 65535u, 65536u}) {
        const std::string payload(length, 'x');
        BOOST_TEST((shown(parse(client_frame(payload))) == "text:" + payload));
    }
}

BOOST_AUTO_TEST_CASE(a_length_not_in_its_shortest_form_is_refused) {
    for (const std::uint64_t length : {0u, 1u, 125u})
        BOOST_TEST(shown(parse(client_header(length, {.length_octets = 2}))) == "failure:1002");
    for (const std::uint64_t length : {0u, 125u, 126u, 65535u})
        BOOST_TEST(shown(parse(client_header(length, {.length_octets = 8}))) == "failure:1002");
}

BOOST_AUTO_TEST_CASE(a_length_over_63_bits_is_refused) {
    const std::uint64_t length = 1ULL << 63;
    BOOST_TEST(shown(parse(client_header(length, {.length_octets = 8}))) == "failure:1002");
}

BOOST_AUTO_TEST_CASE(a_message_too_big_is_refused_as_soon_as_its_length_is_known) {
    BOOST_TEST(shown(parse(client_header(message_max + 1).substr(0, 10))) == "failure:1009");
    BOOST_TEST(shown(parse(client_header((1ULL << 63) - 1).substr(0, 10))) == "failure:1009");
}

BOOST_AUTO_TEST_CASE(fragments_too_big_together_are_refused_before_the_last_one_comes) {
    const std::string half(message_max / 2, 'x');
    const std::string octets = client_frame(half, {.is_final = false}) +
                               client_frame(half, {.opcode = 0, .is_final = false});
    BOOST_TEST(shown(parse(octets)) == "");
    BOOST_TEST(shown(parse(octets + client_header(1, {.opcode = 0}))) == "failure:1009");
    BOOST_TEST((shown(parse(octets + client_frame("", {.opcode = 0}))) == "text:" + half + half));
}

BOOST_AUTO_TEST_CASE(fragments_are_put_together) {
    const std::string octets = client_frame("Hel", {.is_final = false}) +
                               client_frame("", {.opcode = 0, .is_final = false}) +
                               client_frame("lo", {.opcode = 0});
    BOOST_TEST(shown(parse(octets)) == "text:Hello");
}

BOOST_AUTO_TEST_CASE(control_frames_come_out_between_fragments) {
    const std::string octets = client_frame("Hel", {.is_final = false}) + control(0x9, "beat") +
                               control(0xA) + client_frame("lo", {.opcode = 0});
    BOOST_TEST(shown(parse(octets)) == "ping:beat pong text:Hello");
}

BOOST_AUTO_TEST_CASE(a_close_between_fragments_ends_everything) {
    const std::string octets = client_frame("Hel", {.is_final = false}) +
                               control(0x8, close_payload(1000)) +
                               client_frame("lo", {.opcode = 0});
    BOOST_TEST(shown(parse(octets)) == "close:1000");
}

BOOST_AUTO_TEST_CASE(fragments_out_of_order_are_refused) {
    BOOST_TEST(shown(parse(client_frame("x", {.opcode = 0}))) == "failure:1002");
    BOOST_TEST(shown(parse(client_frame("x") + client_frame("y", {.opcode = 0}))) ==
               "text:x failure:1002");
    BOOST_TEST(shown(parse(client_frame("x", {.is_final = false}) + client_frame("y"))) ==
               "failure:1002");
}

BOOST_AUTO_TEST_CASE(a_control_frame_is_final_and_short) {
    for (const unsigned opcode : {0x8u, 0x9u, 0xAu}) {
        BOOST_TEST(shown(parse(client_frame("", {.opcode = opcode, .is_final = false}))) ==
                   "failure:1002");
        BOOST_TEST(shown(parse(client_header(126, {.opcode = opcode}).substr(0, 2))) ==
                   "failure:1002");
    }
    const std::string longest(125, 'x');
    BOOST_TEST(shown(parse(control(0x9, longest))) == "ping:" + longest);
    BOOST_TEST(shown(parse(control(0xA, longest))) == "pong");
}

BOOST_AUTO_TEST_CASE(close_codes_that_may_travel_are_taken_and_others_refused) {
    BOOST_TEST(shown(parse(control(0x8))) == "close:none");
    BOOST_TEST(shown(parse(control(0x8, "x"))) == "failure:1002");
    for (const unsigned code : {1000u, 1001u, 1002u, 1003u, 1007u, 1008u, 1009u, 1010u, 1011u,
                                1012u, 1013u, 1014u, 3000u, 3999u, 4000u, 4999u})
        BOOST_TEST(shown(parse(control(0x8, close_payload(code, "bye")))) ==
                   "close:" + std::to_string(code));
    for (const unsigned code :
         {0u, 1u, 999u, 1004u, 1005u, 1006u, 1015u, 1016u, 1100u, 2000u, 2999u, 5000u, 65535u})
        BOOST_TEST(shown(parse(control(0x8, close_payload(code)))) == "failure:1002");
}

BOOST_AUTO_TEST_CASE(a_close_reason_is_utf8) {
    BOOST_TEST(shown(parse(control(0x8, close_payload(1000, "\xC3\xA4")))) == "close:1000");
    BOOST_TEST(shown(parse(control(0x8, close_payload(1000, "\xC3")))) == "failure:1007");
    BOOST_TEST(shown(parse(control(0x8, close_payload(1000, "\xFF")))) == "failure:1007");
}

BOOST_AUTO_TEST_CASE(nothing_comes_after_a_close_or_a_failure) {
    BOOST_TEST(shown(parse(control(0x8) + client_frame("x"))) == "close:none");
    BOOST_TEST(shown(parse(client_frame("\xFF") + client_frame("x"))) == "failure:1007");
}

BOOST_AUTO_TEST_CASE(utf8_may_be_cut_at_every_octet) {
    const std::string text =
        "h\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80 \xEF\xBF\xBF \xF4\x8F\xBF\xBF";
    for (std::size_t cut = 0; cut <= text.size(); ++cut)
        BOOST_TEST(shown(parse(text_in_pieces(text, cut))) == "text:" + text);
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_is_refused_however_it_is_cut) {
    const std::string wrong[] = {
        "\x80",                      // continuation without a lead
        "\xC3",                      // ends within a character
        "\xE2\x82",                  //
        "\xF0\x9F\x98",              //
        "\xC3(",                     // lead without continuation
        "\xC0\xAF",                  // overlong /
        "\xC1\xBF",                  //
        "\xE0\x80\xAF",              //
        "\xE0\x9F\xBF",              //
        "\xF0\x80\x80\xAF",          //
        "\xF0\x8F\xBF\xBF",          //
        "\xED\xA0\x80",              // surrogates
        "\xED\xBF\xBF",              //
        "\xED\xA0\xBD\xED\xB8\x80",  // a pair of them
        "\xF4\x90\x80\x80",          // above U+10FFFF
        "\xF5\x80\x80\x80",          //
        "\xF8\x88\x80\x80\x80",      // five octets
        "\xFE",                      //
        "\xFF",                      //
    };
    for (const std::string& octets : wrong) {
        const std::string text = "good " + octets;
        for (std::size_t cut = 0; cut <= text.size(); ++cut)
            BOOST_TEST(shown(parse(text_in_pieces(text, cut))) == "failure:1007");
        BOOST_TEST((shown(parse(client_frame(text, {.opcode = 2}))) == "binary:" + text));
    }
}

BOOST_AUTO_TEST_CASE(wrong_utf8_fails_at_the_first_octet_that_shows_it) {
    const std::string header = client_header(1000, {.mask = {0, 0, 0, 0}});
    BOOST_TEST(shown(parse(header + "good \xED")) == "");
    BOOST_TEST(shown(parse(header + "good \xED\xA0")) == "failure:1007");
    BOOST_TEST(shown(parse(header + "good \xF4\x90")) == "failure:1007");
}

BOOST_AUTO_TEST_CASE(octet_by_octet_gives_the_same_as_all_at_once) {
    const std::string sequences[] = {
        client_frame("Hello") + control(0x9, "p") + client_frame(std::string(70'000 / 2, 'y')),
        client_frame("a", {.is_final = false}) + control(0x9) +
            client_frame("\xC3", {.opcode = 0, .is_final = false}) +
            client_frame("\xA4", {.opcode = 0}) + control(0x8, close_payload(1001, "away")),
        client_frame("x") + client_frame("y", {.opcode = 0xB}),
        client_frame("x") + client_header(message_max + 1),
        client_frame("\xF0\x9F\x98\x80\xF0\x9F"),
        client_frame("") + client_frame("", {.opcode = 2}) + control(0xA, "late"),
    };
    for (const std::string& octets : sequences) {
        const std::string whole = shown(parse(octets));
        for (const std::size_t size : {1u, 2u, 3u, 7u})
            BOOST_TEST((parsed_in_pieces(octets, size) == whole));
    }
}

BOOST_AUTO_TEST_CASE(it_knows_when_it_is_in_the_middle_of_a_frame) {
    FrameParser parser(message_max);
    std::vector<Incoming> out;
    const std::string frame = client_frame("Hello");
    BOOST_TEST(!parser.is_mid_frame());
    for (std::size_t i = 0; i + 1 < frame.size(); ++i) {
        parser.feed(frame.substr(i, 1), out);
        BOOST_TEST(parser.is_mid_frame());
    }
    parser.feed(frame.substr(frame.size() - 1), out);
    BOOST_TEST(!parser.is_mid_frame());
    BOOST_TEST(parser.frames_begun() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
