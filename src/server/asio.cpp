#include "server/asio.hpp"

#include <boost/asio/impl/src.hpp>
