       01 R COMP.
           05 A PIC 9(4).
           05 B PIC X(4).
