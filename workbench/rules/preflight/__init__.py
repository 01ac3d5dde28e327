"""The pre-flight: what an attentive editor finds in a finished check, as findings with a place."""
