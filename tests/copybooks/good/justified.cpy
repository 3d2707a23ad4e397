      * JUSTIFIED in each way.
       01 R.
           05 A PIC X(5) JUST.
           05 B PIC X(5) JUSTIFIED RIGHT.
           05 C PIC A(5) JUST RIGHT.
           05 D JUSTIFIED PIC X(3).
