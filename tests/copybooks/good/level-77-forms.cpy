      * Independent items of each usage.
       77 A PIC 9(5).
       77 B PIC S9(7)V99 COMP-3.
       77 C PIC X(3).
       77 D PIC ZZ9.
