*> Free format: text from column 1 on.
01 R.
05 A PIC X(3). *> a comment
  05 B
 PIC
S9(4)
COMP.
05 C PIC X(20) VALUE "*> no comment".
                                                                         05 D PIC X.
01 S. 05 E PIC X. 05 F PIC 9(3). 05 G. 10 H PIC X. 10 I PIC X.
