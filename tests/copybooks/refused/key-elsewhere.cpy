       01 R.
           05 K PIC X.
           05 T OCCURS 3 ASCENDING KEY IS K.
               10 A PIC X.
