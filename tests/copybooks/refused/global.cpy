       01 R IS GLOBAL.
           05 A PIC X.
