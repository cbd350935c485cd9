// ThreadSanitizer does not see into Poco, which is not built with it: the counters of its shared
// sockets look like races where the last owner closes them.
extern "C" const char* __tsan_default_suppressions();

extern "C" const char* __tsan_default_suppressions() {
    return "race:Poco::Net::SocketImpl::close\n"
           "race:Poco::Net::TCPServer::run\n"
           "race:Poco::Net::HTTPServerConnection\n";
}
