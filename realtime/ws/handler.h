// What lives above a socket sees only this. Every call comes on the event loop's thread and must
// not block.
#pragma once

#include "realtime/ws/frame_parser.h"

namespace parley::ws {

class Connection;

class Handler {
  public:
    virtual ~Handler() = default;

    // The upgrade's answer is on its way; send() may be used from now on.
    virtual void opened(Connection& connection) = 0;
    virtual void received(Connection& connection, Message message) = 0;
    // Everything sent so far has left for the peer.
    virtual void drained(Connection&) {}
    // The last call: the connection is gone when it returns. Comes once for each opened().
    virtual void closed(Connection& connection) = 0;
};

}  // namespace parley::ws
