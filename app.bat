@echo off
rem Klik dua kali. Menyiapkan buku kerja bila perlu, lalu menjalankannya.
where py >nul 2>nul
if %errorlevel%==0 (
  py -3 "%~dp0mulai.py" app %*
) else (
  python "%~dp0mulai.py" app %*
)
pause
