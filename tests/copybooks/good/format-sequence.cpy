000100* Sequence numbers and the identification area.                        ABC00001
000200 01 R.                                                            ABC00002
000300     05 A PIC X(3).                                               ABC00003
000400     05 B PIC 9(4) COMP.                                          ABC00004
000500     05 C PIC X.                                                  ABC00005
