// A transaction on a session: rolled back unless committed. READ COMMITTED, see Session.
#pragma once

#include "platform/db/session.h"

namespace parley::db {

class Transaction {
  public:
    explicit Transaction(Session& session) : session_(session) { session_.begin(); }
    ~Transaction() {
        if (session_.in_transaction()) session_.rollback();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit() { session_.commit(); }
    Session& session() { return session_; }

  private:
    Session& session_;
};

}  // namespace parley::db
