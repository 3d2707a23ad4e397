      * Forty items side by side.
       01 R.
           05 FELT-00 PIC X(3).
           05 FELT-01 PIC 9(4).
           05 FELT-02 PIC S9(5) COMP-3.
           05 FELT-03 PIC S9(4) COMP.
           05 FELT-04 PIC X(3).
           05 FELT-05 PIC 9(4).
           05 FELT-06 PIC S9(5) COMP-3.
           05 FELT-07 PIC S9(4) COMP.
           05 FELT-08 PIC X(3).
           05 FELT-09 PIC 9(4).
           05 FELT-10 PIC S9(5) COMP-3.
           05 FELT-11 PIC S9(4) COMP.
           05 FELT-12 PIC X(3).
           05 FELT-13 PIC 9(4).
           05 FELT-14 PIC S9(5) COMP-3.
           05 FELT-15 PIC S9(4) COMP.
           05 FELT-16 PIC X(3).
           05 FELT-17 PIC 9(4).
           05 FELT-18 PIC S9(5) COMP-3.
           05 FELT-19 PIC S9(4) COMP.
           05 FELT-20 PIC X(3).
           05 FELT-21 PIC 9(4).
           05 FELT-22 PIC S9(5) COMP-3.
           05 FELT-23 PIC S9(4) COMP.
           05 FELT-24 PIC X(3).
           05 FELT-25 PIC 9(4).
           05 FELT-26 PIC S9(5) COMP-3.
           05 FELT-27 PIC S9(4) COMP.
           05 FELT-28 PIC X(3).
           05 FELT-29 PIC 9(4).
           05 FELT-30 PIC S9(5) COMP-3.
           05 FELT-31 PIC S9(4) COMP.
           05 FELT-32 PIC X(3).
           05 FELT-33 PIC 9(4).
           05 FELT-34 PIC S9(5) COMP-3.
           05 FELT-35 PIC S9(4) COMP.
           05 FELT-36 PIC X(3).
           05 FELT-37 PIC 9(4).
           05 FELT-38 PIC S9(5) COMP-3.
           05 FELT-39 PIC S9(4) COMP.
