#include "realtime/ws/outbox.h"

#include <sys/socket.h>

#include <boost/test/unit_test.hpp>

#include "realtime/ws/file_descriptor.h"

using namespace parley::ws;

namespace {

constexpr std::size_t bytes_max = 1'000'000;

Frame frame(std::string octets) {
    return std::make_shared<const std::string>(std::move(octets));
}

// A pair of sockets of which one end is written to and the other read from.
struct SocketPair {
    FileDescriptor near;
    FileDescriptor far;

    SocketPair() {
        int fds[2];
        BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0);
        near = FileDescriptor(fds[0]);
        far = FileDescriptor(fds[1]);
    }

    std::string read_all_there_is() const {
        std::string out;
        char buffer[65536];
        ssize_t count;
        while ((count = ::recv(far.get(), buffer, sizeof buffer, MSG_DONTWAIT)) > 0)
            out.append(buffer, static_cast<std::size_t>(count));
        return out;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ws_outbox)

BOOST_AUTO_TEST_CASE(frames_leave_in_order) {
    SocketPair sockets;
    Outbox outbox(bytes_max);
    std::string all;
    for (int i = 0; i < 500; ++i) {
        all += std::to_string(i) + " ";
        BOOST_REQUIRE(outbox.push(frame(std::to_string(i) + " ")));
    }
    BOOST_TEST(outbox.bytes() == all.size());
    BOOST_TEST((outbox.flush(sockets.near.get()) == Outbox::Flushed::all));
    BOOST_TEST(sockets.read_all_there_is() == all);
    BOOST_TEST(outbox.is_empty());
}

BOOST_AUTO_TEST_CASE(what_the_socket_does_not_take_leaves_later_and_whole) {
    SocketPair sockets;
    Outbox outbox(bytes_max);
    std::string all;
    for (char c = 'a'; c < 'k'; ++c) {
        const std::string octets(90'000, c);
        all += octets;
        BOOST_REQUIRE(outbox.push(frame(octets)));
    }
    std::string got;
    int rounds = 0;
    while (outbox.flush(sockets.near.get()) == Outbox::Flushed::some) {
        got += sockets.read_all_there_is();
        ++rounds;
    }
    got += sockets.read_all_there_is();
    BOOST_TEST(rounds > 0);
    BOOST_TEST((got == all));
}

BOOST_AUTO_TEST_CASE(more_than_the_maximum_is_not_kept) {
    Outbox outbox(10);
    BOOST_TEST(outbox.push(frame("1234567890")));
    BOOST_TEST(!outbox.push(frame("1")));
    BOOST_TEST(outbox.bytes() == 10u);
}

BOOST_AUTO_TEST_CASE(replacing_keeps_only_the_frame_already_begun) {
    SocketPair sockets;
    Outbox outbox(bytes_max);
    const std::string first(600'000, 'a');
    BOOST_REQUIRE(outbox.push(frame(first)));
    BOOST_REQUIRE(outbox.push(frame("never sent")));
    BOOST_REQUIRE((outbox.flush(sockets.near.get()) == Outbox::Flushed::some));
    outbox.replace(frame("last"));
    std::string got = sockets.read_all_there_is();
    BOOST_TEST(outbox.bytes() == first.size() - got.size() + 4);
    while (outbox.flush(sockets.near.get()) == Outbox::Flushed::some)
        got += sockets.read_all_there_is();
    got += sockets.read_all_there_is();
    BOOST_TEST((got == first + "last"));
}

BOOST_AUTO_TEST_CASE(replacing_what_was_not_begun_leaves_the_last_frame_alone) {
    SocketPair sockets;
    Outbox outbox(bytes_max);
    outbox.push(frame("one"));
    outbox.push(frame("two"));
    outbox.replace(frame("last"));
    BOOST_TEST((outbox.flush(sockets.near.get()) == Outbox::Flushed::all));
    BOOST_TEST(sockets.read_all_there_is() == "last");
}

BOOST_AUTO_TEST_CASE(a_peer_that_is_gone_is_noticed) {
    SocketPair sockets;
    sockets.far = FileDescriptor();
    Outbox outbox(bytes_max);
    outbox.push(frame("x"));
    BOOST_TEST((outbox.flush(sockets.near.get()) == Outbox::Flushed::broken));
}

BOOST_AUTO_TEST_SUITE_END()
