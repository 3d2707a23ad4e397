      * Counters of each usage.
       01 R-1.
           05 N PIC S9(4) COMP.
           05 T PIC X OCCURS 0 TO 300 DEPENDING ON N.
       01 R-2.
           05 M PIC S9(3) COMP-3.
           05 U PIC X OCCURS 0 TO 300 DEPENDING ON M.
       01 R-3.
           05 L PIC 9(4) COMP-5.
           05 V PIC X OCCURS 0 TO 300 DEPENDING ON L.
       01 R-4.
           05 K PIC S9(3) SIGN LEADING SEPARATE.
           05 W PIC X OCCURS 0 TO 300 DEPENDING ON K.
