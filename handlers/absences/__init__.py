"""Absences: entered by coordinators and members, and what follows for their jobs."""
