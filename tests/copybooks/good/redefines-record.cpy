      * A record that redefines another, and is longer.
       01 R.
           05 A PIC X(10).
       01 S REDEFINES R.
           05 B PIC 9(4).
           05 C PIC X(6).
       01 T REDEFINES R PIC X(5).
