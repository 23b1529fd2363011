"""What all tests need: the signals that nohup takes away."""

from tests.project import hear_signals

hear_signals()
