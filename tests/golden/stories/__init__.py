"""Stories: one course of events told by several articles, and which of their events are one."""
