       01 R.
           05 A PIC X(10) USAGE NATIONAL.
