      * A comment.
      / A new page.
       01 R.
      *    05 GONE PIC X(100).
           05 A PIC X.  *> to the end of the line
      D    05 DEBUG-ONLY PIC X(50).

           05 B PIC X(2).
      d    05 DEBUG-TOO PIC X.
