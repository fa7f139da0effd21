"""An index of outcomes, step by step: pure functions over tables of units by measures."""
