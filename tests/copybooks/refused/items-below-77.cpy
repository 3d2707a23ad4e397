       77 A PIC X.
           05 B PIC X.
