      * USAGE DISPLAY said in each way.
       01 R.
           05 A PIC X(3) DISPLAY.
           05 B PIC 9(3) USAGE DISPLAY.
           05 C PIC S9(3) USAGE IS DISPLAY.
           05 D DISPLAY PIC 9.
