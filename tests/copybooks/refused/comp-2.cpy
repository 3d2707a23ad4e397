       01 R.
           05 B USAGE IS COMP-2.
