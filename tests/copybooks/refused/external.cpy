       01 R EXTERNAL.
           05 A PIC X.
