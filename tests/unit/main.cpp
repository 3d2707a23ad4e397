#define BOOST_TEST_MODULE samspil
#include <boost/test/unit_test.hpp>
