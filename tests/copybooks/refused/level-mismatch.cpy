       01 R.
           05 A.
               10 B PIC X.
             07 C PIC X.
