#include "realtime/handlers/sessions.h"

#include "domain/accounts/sessions.h"

namespace parley::handlers {

void Sessions::add(MemberSocket& socket, const std::string& token) {
    sockets_.add(socket.user(), socket);
    const auto close = [this, id = socket.connection().id()](ws::CloseCode code) {
        loop_.post([this, id, code] {
            if (ws::Connection* connection = loop_.find(id)) connection->close(code);
        });
    };
    database_.submit({[close, token](db::Session& session) {
                          if (!accounts::find_session(session, token))
                              close(ws::CloseCode::session_ended);
                      },
                      [close] { close(ws::CloseCode::try_again_later); }});
}

void Sessions::remove(MemberSocket& socket) {
    sockets_.remove(socket.user(), socket);
}

void Sessions::apply(const events::SessionEnded& event) {
    for (MemberSocket* socket : sockets_.of(event.user)) {
        if (event.session && socket->session() != *event.session) continue;
        if (event.except && socket->session() == *event.except) continue;
        socket->connection().close(ws::CloseCode::session_ended, "signed out");
    }
}

}  // namespace parley::handlers
